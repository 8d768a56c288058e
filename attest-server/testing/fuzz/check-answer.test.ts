import { describe, expect, it } from 'vitest'
import { createTestServer } from '../test-server.js'
import { type ApiDocument, describedBy } from './api-document.js'
import { createAnswerChecker } from './check-answer.js'
import type { FuzzRequest } from './fuzz-request.js'
import type { Answer } from './send.js'

const { app, secretKey } = await createTestServer()
const document = (await (await app.request('/openapi.json')).json()) as ApiDocument
const described = describedBy(document).find(({ operation }) => operation.operationId === 'account')!
const checker = createAnswerChecker(document)

const request = {
  number: 0,
  described,
  method: 'GET',
  path: '/v1/account',
  query: [],
  headers: [],
  changes: [],
  isOwn: true,
} as unknown as FuzzRequest
const json = { 'content-type': 'application/json', 'x-request-id': 'r' }
const answered = (answer: Partial<Answer>, changes: Partial<FuzzRequest> = {}): readonly string[] =>
  checker.problemsOf(
    { ...request, ...changes },
    { status: 401, headers: json, body: '{"error":"unauthorized"}', ...answer },
    new Set([secretKey]),
  )

describe('what the fuzz run finds fault with', () => {
  const body = '{"error":{"code":"unauthorized","message":"No."}}'

  it.each<[string, Partial<Answer>, RegExp]>([
    ['a fault of ours', { status: 500 }, /^500$/],
    ['a status that is not documented', { status: 418 }, /418 is not documented/],
    ['a body of another shape', { body: '[]' }, /401 is not what is documented/],
    ['a body of another type', { headers: { ...json, 'content-type': 'text/html' } }, /of type text\/html/],
    ['a stack', { body: `${body}\n    at f (/x/y.js:1:2)` }, /tells of the program/],
    ['a key', { body: `${body}${secretKey}` }, /tells a key/],
    ['a limit without its headers', { status: 429, body }, /429 without retry-after/],
    ['an answer without an id', { headers: { 'content-type': 'application/json' } }, /no X-Request-ID/],
    ['no answer', { status: 0, fault: 'ECONNREFUSED' }, /no answer: ECONNREFUSED/],
  ])('%s', (_, answer, problem) => {
    expect(answered(answer)).toContainEqual(expect.stringMatching(problem))
  })

  it('another method that is not refused as such', () => {
    const elsewhere = { method: 'PATCH', isOwn: false, changes: ['method PATCH'] }
    expect(answered({ status: 404, body }, elsewhere)).toContainEqual('404 for a method that there is not')
    expect(answered({ status: 405, body }, elsewhere)).toContainEqual('405 without Allow')
  })

  it('and nothing of what the server answers', async () => {
    const response = await app.request('/v1/account')
    const answer = { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
    expect(checker.problemsOf(request, answer, new Set())).toEqual([])
  })
})
