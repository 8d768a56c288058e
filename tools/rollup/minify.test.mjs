import { rollup } from 'rollup'
import { describe, expect, it } from 'vitest'
import { minify } from './minify.mjs'

/** @param {string} code @param {{ module?: boolean, props: object }} options */
async function bundle(code, options) {
  const source = { name: 'source', resolveId: (/** @type {string} */ id) => id, load: () => code }
  const build = await rollup({ input: 'main', plugins: [source, minify(options)], onLog: () => {} })
  const { output } = await build.generate({ format: options.module ? 'es' : 'iife' })
  return output[0].code
}

describe('minify', () => {
  it('shortens names that begin with an underscore and leaves all others', async () => {
    const code = await bundle('window.a = { _secretName: 1, publicName: 2, "quoted-name": 3, more: location.href + "long enough" }', {
      props: {},
    })
    expect(code).not.toContain('_secretName')
    expect(code).toContain('publicName')
  })

  it('gives one name the same short form in every bundle', async () => {
    const props = {}
    const first = await bundle('postMessage({ _other: 0, _x: 1, text: "so that it is long enough to be a bundle" })', { props })
    const second = await bundle('onmessage = (e) => console.log(e.data._x, "so that it is long enough to be a bundle")', { props })
    const short = first.match(/(\w+):1/)?.[1]
    expect(short).toBeTruthy()
    expect(second).toContain(`.data.${short},`)
  })

  it('fails when nothing is left', async () => {
    await expect(bundle('const a = 1', { props: {} })).rejects.toThrow('empty after minification')
    await expect(bundle('const a = 1; export {}', { module: true, props: {} })).rejects.toThrow('empty after minification')
  })
})
