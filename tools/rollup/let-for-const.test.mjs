import { rollup } from 'rollup'
import { expect, it } from 'vitest'
import { letForConst } from './let-for-const.mjs'

/** @param {string} code */
async function bundle(code) {
  const source = { name: 'source', resolveId: (/** @type {string} */ id) => id, load: () => code }
  const build = await rollup({ input: 'main', plugins: [source, letForConst()] })
  return (await build.generate({ format: 'es' })).output[0].code
}

it('changes declarations, also in loops and functions, and nothing that only reads like one', async () => {
  const code = await bundle("const a = 'const b = 1'\nexport function f(x) { for (const y of x) { const { const: z } = y; use(z, a) } }")
  expect(code).toContain("let   a = 'const b = 1'")
  expect(code).toContain('for (let   y of x)')
  expect(code).toContain('let   { const: z } = y')
})
