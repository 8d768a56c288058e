import { type ProblemCode, problems } from '../../../shared/wire/problem.js'
import type { ResponseDoc } from './operation.js'
import { problemSchema } from './problem-schema.js'

const PROBLEM = 'application/problem+json'

/**
 * What an operation answers that refuses by itself (`refuse`), in the words of the problems: they share a status now and then.
 * @param types others that the same answers come in
 */
export function problemDocs(codes: readonly ProblemCode[], types: readonly string[] = []): Readonly<Record<number, ResponseDoc>> {
  const statuses = new Set(codes.map((code) => problems[code].status))
  const docs = Array.from(statuses, (status): [number, ResponseDoc] => {
    const titles = codes.filter((code) => problems[code].status === status).map((code) => problems[code].title)
    return [status, { description: titles.join(' '), schema: problemSchema, type: [PROBLEM, ...types] }]
  })
  return Object.fromEntries(docs)
}
