/** Needed where a page is served without a secure context (http on a school's network): no `crypto.subtle` there. */
import { sha256 as sha256InScript } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * The SHA-256 of `bytes`, as 64 lower-case hexadecimal digits.
 *
 * @param subtle null for the implementation in script, some ten times slower
 */
export async function sha256(
  bytes: Uint8Array<ArrayBuffer>,
  subtle: SubtleCrypto | null | undefined = globalThis.crypto?.subtle,
): Promise<string> {
  if (!subtle) return bytesToHex(sha256InScript(bytes));
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}
