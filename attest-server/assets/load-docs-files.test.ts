import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDocsFiles } from './load-docs-files.js'

describe('the viewer of the documentation', () => {
  it('is what its package holds, and nothing else of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-docs-'))
    try {
      for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'index.html']) writeFileSync(join(folder, name), name)
      const files = loadDocsFiles(folder)
      expect(files.map(({ name, type }) => [name, type.split(';')[0]])).toEqual([
        ['swagger-ui.css', 'text/css'],
        ['swagger-ui-bundle.js', 'text/javascript'],
      ])
      expect(new TextDecoder().decode(files[0]!.body)).toBe('swagger-ui.css')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
