import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { type ApiDocument, describedBy } from '../../testing/fuzz/api-document.js'
import { someAsset, someViewer } from '../../testing/some-files.js'
import { createTestServer } from '../../testing/test-server.js'

const server = await createTestServer({ deps: { assets: [someAsset], docsFiles: someViewer } })
const document = (await (await server.app.request('/openapi.json')).json()) as ApiDocument

/** All rules that the linter recommends, as errors. Two of them know no redirect and no file that is there for everybody: ours follow below. */
async function findings(text: string): Promise<string[]> {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: { 'no-unused-components': 'error', 'operation-2xx-response': 'off', 'operation-4xx-response': 'off' },
  })
  const problems = await lintFromString({ source: text, absoluteRef: '/openapi.json', config })
  return problems.map(({ ruleId, location, message }) => `${ruleId} ${location[0]?.pointer}: ${message}`)
}

describe('the document', () => {
  it('gives a linter nothing to find', async () => {
    expect(await findings(JSON.stringify(document))).toEqual([])
  })

  it('would be found fault with', async () => {
    const text = JSON.stringify(document)
    const faulty = [
      text.replace('"operationId":"attest"', '"operationId":"user"'),
      text.replace('#/components/schemas/Problem', '#/components/schemas/None'),
      text.replace('"value":{"siteKey":"pk_test_block"}', '"value":{"siteKey":1}'),
    ]
    for (const one of faulty) expect(await findings(one)).not.toEqual([])
  })

  it.each(describedBy(document))('says how $method $path is answered, well and otherwise', ({ operation }) => {
    const statuses = Object.keys(operation.responses)
    const { parameters, requestBody, security } = operation
    // A form leads back to its page, and what there is not says 501.
    expect(statuses.some((status) => /^2|^303$|^501$/.test(status))).toBe(true)
    if (parameters || requestBody || security.length > 0) expect(statuses.some((status) => status.startsWith('4'))).toBe(true)
    expect([operation.summary, operation.tags.length]).toEqual([expect.stringMatching(/\S.*\.$/), 1])
  })
})
