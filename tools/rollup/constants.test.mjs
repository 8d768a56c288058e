import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rollup } from 'rollup'
import { expect, it } from 'vitest'
import { constants, integrity } from './constants.mjs'

/** @param {string} code @param {Record<string, () => string>} values */
async function bundle(code, values) {
  const source = { name: 'source', resolveId: (/** @type {string} */ id) => id, load: () => code }
  const build = await rollup({ input: 'main', plugins: [source, constants(values)] })
  return (await build.generate({ format: 'es' })).output[0].code
}

it('fills a constant with the value of its name', async () => {
  const code = await bundle("export const BUILD = '__VOUCHSAFE_BUILD__'", { BUILD: () => '1.2.3' })
  expect(code).toContain("'1.2.3'")
})

it('fails when a constant has no value, rather than to ship its mark', async () => {
  await expect(bundle("export const BUILD = '__VOUCHSAFE_BUILD__'", {})).rejects.toThrow(
    'nothing to put in the place of __VOUCHSAFE_BUILD__',
  )
})

it('writes integrity values as browsers read them', () => {
  const path = join(tmpdir(), `vouchsafe-integrity-${process.pid}`)
  writeFileSync(path, 'alert(1)')
  const value = integrity(path)
  rmSync(path)
  expect(value).toBe(`sha256-${createHash('sha256').update('alert(1)').digest('base64')}`)
})
