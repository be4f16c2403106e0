/** Opaque tokens: 256 random bits for their holder, a hash for the database. */
import { randomBytes } from 'node:crypto';
import { sha256 } from '../kernel/hash.ts';

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenHash(token: string): string {
  return sha256(token);
}
