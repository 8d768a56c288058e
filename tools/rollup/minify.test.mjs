import { rollup } from 'rollup'
import { describe, expect, it } from 'vitest'
import { minify } from './minify.mjs'

/** @param {string} code @param {{ module?: boolean, eager?: boolean }} options */
async function bundle(code, options) {
  const source = { name: 'source', resolveId: (/** @type {string} */ id) => id, load: () => code }
  const build = await rollup({ input: 'main', plugins: [source, minify(options)], onLog: () => {} })
  const { output } = await build.generate({ format: options.module ? 'es' : 'iife' })
  return output[0].code
}

describe('minify', () => {
  it('shortens names that begin with an underscore and leaves all others', async () => {
    const code = await bundle('window.a = { _secretName: 1, publicName: 2, "quoted-name": 3, more: location.href + "long enough" }', {})
    expect(code).not.toContain('_secretName')
    expect(code).toContain('publicName')
  })

  it('begins with the hint to compile at once only where that was asked for', async () => {
    const code = 'window.a = { publicName: 2, "quoted-name": 3, more: location.href + "long enough to be something" }'
    expect((await bundle(code, { eager: true })).split('\n')[0]).toBe('//# allFunctionsCalledOnLoad')
    expect(await bundle(code, {})).not.toContain('//')
  })

  it('fails when nothing is left', async () => {
    await expect(bundle('const a = 1', {})).rejects.toThrow('empty after minification')
    await expect(bundle('const a = 1; export {}', { module: true })).rejects.toThrow('empty after minification')
  })
})
