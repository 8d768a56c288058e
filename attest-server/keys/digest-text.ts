import { createHash } from 'node:crypto'
import type { TextDigest } from '../core/ports.js'

/** Native: of evidence, `shared/sha256.ts` would take several times as long. */
export const digestText: TextDigest = (text) => createHash('sha256').update(text).digest('base64url')
