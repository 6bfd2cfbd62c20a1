import { fail, ok, type Result } from '#sim/model/result.ts';

/** What unpacking a stranger's text may come to, in bytes. */
export const UNPACKED_MAX = 512 * 1024;

export type UnpackProblem = 'damaged' | 'too-large';

/** Text → deflate → base64 that stands in an address as it is. */
export async function pack(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

/** The way back, for a text nobody vouches for: stops as soon as it grows past `UNPACKED_MAX`, and never throws. */
export async function unpack(packed: string): Promise<Result<string, UnpackProblem>> {
  const bytes = bytesOf(packed);
  if (bytes === null) return fail('damaged');
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok(text + decoder.decode());
      size += value.byteLength;
      if (size > UNPACKED_MAX) {
        await reader.cancel();
        return fail('too-large');
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return fail('damaged');
  }
}

function bytesOf(packed: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/u.test(packed)) return null;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
