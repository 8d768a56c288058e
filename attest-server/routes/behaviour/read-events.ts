import type { Context } from 'hono'
import { err, ok, type Result } from '../../../shared/result.js'
import { type EventsFault, type PostedBatch, parseEvents } from '../../core/behaviour/events/parse-events.js'
import type { Fault } from '../../core/fault.js'
import { decodeUtf8, parseJson } from '../../core/parse-json.js'
import type { Rejection } from '../../core/rejection.js'
import type { AppEnv } from '../http/env.js'
import { JSON_TYPES, readBody } from '../http/read-body.js'
import { rejectionFault } from '../http/rejection-fault.js'

/** 20,000 events with every field, bytes. */
export const MOST_BYTES = 4_194_304

const faults: Readonly<Record<EventsFault, Fault>> = {
  'no-data': { code: 'invalid', detail: 'no data' },
  'no-events': { code: 'invalid', detail: 'no events' },
  'too-many-events': { code: 'too-large', detail: 'too many events' },
}

export interface ReadEvents {
  readonly batch: PostedBatch
  /** The body itself, for the optional fields beside the events. */
  readonly body: unknown
}

function refused(c: Context<AppEnv>, rejection: Rejection): Result<never, Fault> {
  c.set('reason', rejection.reason)
  return err(rejectionFault(rejection))
}

/** LAB-05: nothing at all is `no data`, whatever type it says it has. */
const isEmpty = (c: Context<AppEnv>): boolean =>
  c.req.header('content-length') === '0' || (c.req.header('content-type') === undefined && c.req.raw.body === null)

/** The JSON of a body, undefined where it is empty. */
export async function readJson(c: Context<AppEnv>, most: number): Promise<Result<unknown, Fault>> {
  if (isEmpty(c)) return ok(undefined)
  const bytes = await readBody(c, JSON_TYPES, most)
  if (!bytes.ok) return refused(c, bytes.error)
  const text = decodeUtf8(bytes.value)
  if (!text.ok) return refused(c, text.error)
  if (text.value.trim() === '') return ok(undefined)
  const json = parseJson(text.value)
  return json.ok ? json : refused(c, json.error)
}

/** LAB-20. */
export async function readEvents(c: Context<AppEnv>): Promise<Result<ReadEvents, Fault>> {
  const body = await readJson(c, MOST_BYTES)
  if (!body.ok) return body
  const batch = parseEvents(body.value)
  return batch.ok ? ok({ batch: batch.value, body: body.value }) : err(faults[batch.error])
}
