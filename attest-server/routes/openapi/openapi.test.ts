import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { executeExamples } from '../../testing/execute-examples.js'
import { type ApiDocument, describedBy } from '../../testing/fuzz/api-document.js'
import { createRequestsClient } from '../../testing/scored-requests.js'
import { someAsset, someViewer } from '../../testing/some-files.js'
import { createTestServer } from '../../testing/test-server.js'
import { problemSchema } from '../http/problem-schema.js'
import { nameOf } from './responses.js'

const deps = { assets: [someAsset], docsFiles: someViewer }
const server = await createTestServer({ deps })
const document = (await (await server.app.request('/openapi.json')).json()) as ApiDocument
const operations = describedBy(document)

describe('/openapi.json', () => {
  it('is valid by its meta-schema', () => {
    // Ajv takes the innermost schema for the target of this $dynamicRef, which has one target only: the definition named here.
    const text = readFileSync(new URL('../../testing/openapi-3.1.json', import.meta.url), 'utf8')
    const meta = JSON.parse(text.replaceAll('"$dynamicRef": "#meta"', '"$ref": "#/$defs/schema"')) as object
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(meta)
    expect([validate(document), validate.errors]).toEqual([true, null])
    expect(validate({ ...document, paths: { '/x': { get: { responses: [] } } } })).toBe(false)
  })

  it('has schemas that are JSON Schema, and refers only to what it has', () => {
    const text = JSON.stringify(document)
    const references = Array.from(text.matchAll(/"\$ref":"([^"]+)"/g), ([, reference]) => reference!)
    expect(references.length).toBeGreaterThan(10)
    for (const reference of references) expect(document.components.schemas).toHaveProperty([reference.replace('#/components/schemas/', '')])
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    for (const schema of Object.values(document.components.schemas)) expect(ajv.validateSchema(schema)).toBe(true)
  })

  it('describes every method of every address, each by a name of its own', () => {
    expect(document.paths['/v1/verdicts/{name}']?.get).toMatchObject({ operationId: 'explainVerdict', security: [{ bearer: [] }] })
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { operation } of operations) expect(Object.keys(operation.responses)).toContain('500')
  })

  it('says what the frame may answer, in the words of the surface', () => {
    const responses = document.paths['/siteverify']!.post!.responses as Record<
      string,
      { content: Record<string, { schema: { $ref: string } }> }
    >
    expect(responses['429']!.content['application/json']!.schema.$ref).toBe('#/components/schemas/SiteverifyFault')
    const explained = document.paths['/v1/verdicts/{name}']!.get!.responses as typeof responses
    expect(explained['401']!.content['application/problem+json']!.schema.$ref).toBe('#/components/schemas/Problem')
  })

  it('says what an operation refuses by itself, in each type that it comes in', () => {
    const typesOf = (path: string, status: number) => Object.keys(document.paths[path]!.post!.responses[status]?.content ?? {})
    for (const status of [401, 403, 409, 410]) expect(typesOf('/v1/attest', status)).toEqual(['application/problem+json'])
    for (const status of [400, 401, 403, 404, 413, 415])
      expect(typesOf('/v1/noscript', status)).toEqual(['application/problem+json', 'text/html'])
  })

  it('says of each place for a key which keys go there, by how they begin', () => {
    const schemes = document.components.securitySchemes as Readonly<Record<string, { description: string }>>
    const prefixes = Object.fromEntries(
      Object.entries(schemes).map(([name, { description }]) => [
        name,
        Array.from(description.matchAll(/`(\w+_)…`/g), ([, prefix]) => prefix),
      ]),
    )
    expect(prefixes).toEqual({
      bearer: expect.arrayContaining(['sk_', 'yeb_']),
      'header_X-API-Key': expect.arrayContaining(['afk_', 'detlab_', 'sk_live_']),
      'header_X-Botect-Private-Key': ['sk_'],
      'header_X-Botect-Site-Key': ['pk_'],
      query_api_key: ['yeb_'],
      query_secret: ['sk_'],
    })
  })

  it('makes no viewer show numbers that cannot be: what counts from zero says so', () => {
    const bare: string[] = []
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      const { type, minimum, maximum } = value as { type?: unknown; minimum?: number; maximum?: number }
      if ((type === 'integer' && minimum === undefined) || maximum === Number.MAX_SAFE_INTEGER) bare.push(path)
      for (const [name, inner] of Object.entries(value)) look(inner, `${path}/${name}`)
    }
    look(document, '')
    expect(bare).toEqual([])
  })

  it('shows the score that its example is answered, but for the id', async () => {
    const client = await createRequestsClient()
    const [example] = document.components.schemas.RequestScore!.examples as { request_id: string }[]
    const answer = await client.score({ useragent: 'python-requests/2.32.3', accept: '*/*', ip: '203.0.113.9' })
    expect({ ...answer, request_id: example!.request_id }).toEqual(example)
  })

  it('is made once', async () => {
    const [first, second] = await Promise.all([server.app.request('/openapi.json'), server.app.request('/openapi.json')])
    expect(await first.text()).toBe(await second.text())
  })
})

describe('the page', () => {
  it('loads from this server alone', async () => {
    const page = await server.app.request('/docs')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    const html = await page.text()
    expect(Array.from(html.matchAll(/(?:src|href)="([^"]+)"/g), ([, address]) => address)).toEqual([
      'data:,',
      '/docs/swagger-ui.css',
      '/docs/swagger-ui-bundle.js',
      '/docs/start.js',
    ])
    expect((await server.app.request('/docs/swagger-ui.css')).headers.get('content-type')).toBe('text/css')
  })

  it('is not there without its viewer', async () => {
    const { app } = await createTestServer()
    expect(problemSchema.parse(await (await app.request('/docs')).json()).code).toBe('not-found')
  })
})

const executed = await executeExamples(deps)

describe('every example works:', () => {
  it.each(executed)('$name', ({ expected, seen }) => {
    expect(seen).toMatchObject(expected)
  })

  it('and the document shows no other', () => {
    const names = new Set(executed.map(({ name }) => nameOf(name)))
    const shown = operations.flatMap(({ operation: { operationId, requestBody, responses } }) =>
      [requestBody, ...Object.values(responses)].flatMap((one) =>
        Object.values(one?.content ?? {}).flatMap(({ examples = {} }) =>
          Object.keys(examples).map((name) => nameOf(`${operationId}: ${name}`)),
        ),
      ),
    )
    expect(shown.length).toBeGreaterThan(50)
    expect(shown.filter((name) => !names.has(name))).toEqual([])
  })
})
