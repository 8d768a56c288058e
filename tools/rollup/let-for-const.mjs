/**
 * Writes `let` where the compiler wrote `const`: in code that is compiled and checked they mean the same, and one word compresses better
 * than two (90 bytes of the collector). Columns stay as they were, so the map still holds.
 *
 * @returns {import('rollup').Plugin}
 */
export function letForConst() {
  return {
    name: 'let-for-const',
    renderChunk(code) {
      const starts = new Set()
      collect(this.parse(code), starts)
      const text = code.replace(/\bconst\b/g, (word, at) => (starts.has(at) ? 'let  ' : word))
      return { code: text, map: null }
    },
  }
}

/** @param {unknown} node @param {Set<number>} starts where declarations with `const` begin */
function collect(node, starts) {
  if (typeof node !== 'object' || node === null) return
  const { type, kind, start } = /** @type {{ type?: string, kind?: string, start?: number }} */ (node)
  if (type === 'VariableDeclaration' && kind === 'const' && start !== undefined) starts.add(start)
  for (const child of Object.values(node)) collect(child, starts)
}
