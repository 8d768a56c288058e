import type { Context } from 'hono'
import { type Rejection, toProblemCode } from '../../core/rejection.js'
import type { AppEnv } from './env.js'
import { problemResponse } from './problem-response.js'

/** A caller may know which field of its own request is wrong; of evidence it learns nothing. */
function detailOf(rejection: Rejection): string | undefined {
  if (rejection.reason === 'media-type') return `Send ${rejection.wanted.join(' or ')}, in UTF-8 and not compressed.`
  if (rejection.reason === 'body-too-large') return `At most ${rejection.most} bytes.`
  if (rejection.reason === 'field-unknown' && rejection.field.startsWith('request.')) return `Unknown field: ${rejection.field}.`
  if (rejection.reason !== 'field-malformed') return undefined
  return /^(request|query|form)\./.test(rejection.field) ? `Malformed: ${rejection.field}.` : undefined
}

/** What every honest evidence keeps and this one did not, by its name. */
function brokenBy(rejection: Rejection): string | undefined {
  if (rejection.reason === 'summary-impossible') return rejection.identity
  if (rejection.reason === 'trace-impossible') return rejection.rule
  if (rejection.reason === 'slices-unproved') return rejection.fault
  return rejection.reason === 'slices-impossible' ? rejection.comparison : undefined
}

/** Tells the log why and the caller little. */
export function refuse(c: Context<AppEnv>, rejection: Rejection): Response {
  c.set('reason', rejection.reason)
  const broken = brokenBy(rejection)
  if (broken !== undefined) c.set('identity', broken)
  return problemResponse(toProblemCode(rejection), detailOf(rejection))
}
