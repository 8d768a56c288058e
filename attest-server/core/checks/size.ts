import { err, ok, type Result } from '../../../shared/result.js'
import { MAX_ATTEST_BYTES } from '../../../shared/wire/evidence.js'
import type { Rejection } from '../rejection.js'

/** The first and cheapest: nothing larger is even read as text. */
export function checkSize(body: Uint8Array, most: number = MAX_ATTEST_BYTES): Result<Uint8Array, Rejection> {
  return body.length > most ? err({ reason: 'body-too-large', bytes: body.length }) : ok(body)
}
