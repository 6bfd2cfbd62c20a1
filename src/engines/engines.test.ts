import { nodeEngines } from './node.ts';
import { keepsTheEngineContract } from './testing/engine-contract.ts';

for (const manifest of nodeEngines()) keepsTheEngineContract(manifest);
