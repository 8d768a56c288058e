import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadDocsFiles } from './load-docs-files.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-docs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const given = (...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, name), name)
}

describe('the viewer of the documentation', () => {
  it('is what the page loads, and nothing else that lies in its folder', () => {
    given('swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE')
    const files = loadDocsFiles(folder)
    expect(files.map(({ name, type }) => [name, type.split(';')[0]])).toEqual([
      ['swagger-ui.css', 'text/css'],
      ['swagger-ui-bundle.js', 'text/javascript'],
    ])
    expect(new TextDecoder().decode(files[0]!.body)).toBe('swagger-ui.css')
  })

  it('is not there where the build did not put it, or not all of it', () => {
    expect(loadDocsFiles(folder)).toEqual([])
    given('swagger-ui.css')
    expect(loadDocsFiles(folder)).toEqual([])
  })
})
