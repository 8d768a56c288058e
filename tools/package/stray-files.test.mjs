import { describe, expect, it } from 'vitest'
import { strayFiles } from './stray-files.mjs'

describe('the files of the package', () => {
  it('are bundles with maps, types, and what tells of them', () => {
    const files = ['package.json', 'CHANGELOG.md', 'dist/cli.mjs', 'dist/index-2AB_x-.mjs.map', 'dist/cjs/verify/express.js']
    expect(
      strayFiles([...files, 'dist/types/verify/index.d.ts', 'dist/cjs/types/shared/wire/verdict.d.ts', 'dist/drill/raw-cdp.mjs']),
    ).toEqual([])
  })
  it.each(['verify/index.ts', 'dist/demo-site/server.mjs', 'dist/types/verify/a.test.d.ts', 'dist/key.pem', '.env', 'dist/docs/a.csv'])(
    'are not %s',
    (file) => {
      expect(strayFiles([file])).toHaveLength(1)
    },
  )
})
