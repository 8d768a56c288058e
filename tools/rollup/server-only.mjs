/** What browsers never read: what a feature needs before the server believes it, and on what the numbers of a scorecard stand. */
const parts = [
  { file: /\/shared\/features\/[\w-]+\/[\w-]+\.ts$/, part: /^ +needs: \{.*\},$/gm },
  { file: /\/shared\/scorecard\/[\w-]+-rows\.ts$/, part: /(?<=^ +(?:\w+\()?(?:row|tell)\(.*), [A-Z_]+(?=\)+,$)/gm },
  { file: /\/shared\/scorecard\/[\w-]+-table\.ts$/, part: /^ +source: .*,$/gm },
]

/**
 * Leaves out of a browser bundle what stands in shared code for the server and its readers alone. Sees what the compiler loads: the same lines, without types.
 *
 * @returns {import('rollup').Plugin}
 */
export function serverOnly() {
  return {
    name: 'server-only',
    transform(code, id) {
      const left = parts.reduce((text, { file, part }) => (file.test(id) ? text.replace(part, '') : text), code)
      // Lines stay lines: the map still holds.
      return left === code ? null : { code: left, map: null }
    },
  }
}
