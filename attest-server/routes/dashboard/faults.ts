import { z } from 'zod'
import { problem } from '../../../shared/wire/problem.js'
import type { Problem } from '../../dashboard/wire/problem.js'
import type { FaultResponse } from '../http/fault-response.js'
import { problemOf, retryHeaders } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'

export const dashboardFaultSchema = problemSchema
  .extend({ fields: z.array(z.unknown()).optional(), retryAfter: z.number().optional() })
  .meta({ id: 'DashboardProblem' })

/** RFC 9457 with what is wrong with each field, and in rules where: an editor shows it at its place. */
export const dashboardFault: FaultResponse = (fault) => {
  const { fields, retryAfter } = fault
  const body: Problem = { ...problem(...problemOf(fault)), ...(fields && { fields }), ...(retryAfter !== undefined && { retryAfter }) }
  const headers = { 'Content-Type': 'application/problem+json', ...retryHeaders(fault) }
  return new Response(JSON.stringify(body), { status: body.status, headers })
}
