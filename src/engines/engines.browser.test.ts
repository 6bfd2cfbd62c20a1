import { browserEngines } from './browser.ts';
import { keepsTheEngineContract } from './testing/engine-contract.ts';

for (const manifest of browserEngines()) keepsTheEngineContract(manifest);
