import { z } from 'zod'
import { type ProblemCode, problems } from '../../../shared/wire/problem.js'

/** RFC 9457, as `problemFault` writes it. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    retry: z.boolean(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `code` is stable; `retry` says whether a new challenge can help.' })
