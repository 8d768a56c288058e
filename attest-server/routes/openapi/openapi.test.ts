import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { executeExamples } from '../../testing/execute-examples.js'
import { createTestServer } from '../../testing/test-server.js'
import { problemSchema } from '../http/problem-schema.js'

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string; readonly responses: object }>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: object }
}

const viewer = [{ name: 'swagger-ui.css', type: 'text/css', body: new Uint8Array([32]) }]
const server = await createTestServer({ deps: { docsFiles: viewer } })
const document = (await (await server.app.request('/openapi.json')).json()) as Document
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)

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

describe('every example works:', async () => {
  it.each(await executeExamples({ docsFiles: viewer }))('$name', ({ expected, seen }) => {
    expect(seen).toMatchObject(expected)
  })
})
