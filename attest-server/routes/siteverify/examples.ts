import type { Example } from '../http/operation.js'
import { samples } from '../http/samples.js'
import type { Dialect } from './dialect.js'

const both = { secret: samples.secretKey, response: samples.verdict }

/** What every client of the originals meets. */
export function siteverifyExamples({ codes, always }: Dialect): Example[] {
  const failed = (...faults: (keyof typeof codes)[]) => ({ success: false, ...always, 'error-codes': faults.map((fault) => codes[fault]) })
  return [
    { summary: 'a visitor who may go on', as: 'form', body: both, status: 200 },
    { summary: 'the same as JSON', body: both, status: 200 },
    { summary: 'the same as multipart', as: 'multipart', body: both, status: 200 },
    { summary: 'nothing at all', as: 'form', body: {}, status: 200, response: failed('response-missing', 'secret-missing') },
    {
      summary: 'a wrong secret',
      as: 'form',
      body: { ...both, secret: 'not a key' },
      status: 200,
      response: failed('secret-unknown'),
    },
    {
      summary: 'no verdict of this server',
      as: 'form',
      body: { ...both, response: 'not a verdict' },
      status: 200,
      response: failed('unknown'),
    },
  ]
}
