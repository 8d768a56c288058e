import { limited } from '../attackers/harness/limited.js'
import { MissingError, requireTool } from '../support/machine/tools.js'
import type { Example } from './harness/example.js'
import { openStage } from './harness/open-stage.js'
import type { Options, Row } from './harness/row.js'
import type { Stage } from './harness/stage.js'
import { examples } from './index.js'

/** At the same time: one waits for its processes to start while the other is tried. */
const LANES = 2

const belongsTo = (name: string, wanted: string): boolean => name === wanted || name.startsWith(`${wanted}/`)

/** @returns the names that no example has */
export const unknownNames = (only: readonly string[]): string[] =>
  only.filter((wanted) => !examples.some(({ name }) => belongsTo(name, wanted)))

async function runExample({ name, needs, run }: Example, stage: Stage, strict: boolean): Promise<Row> {
  const since = performance.now()
  const row = (ok: boolean, detail: string): Row => ({ example: name, ok, detail, ms: Math.round(performance.now() - since) })
  try {
    for (const tool of needs) requireTool(tool)
    return row(true, await run(stage))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return error instanceof MissingError && !strict ? { ...row(true, detail), skipped: true } : row(false, detail)
  }
}

/** @returns rows in the order of the list */
export async function runExamples({ only, all, strict, note }: Options): Promise<Row[]> {
  const wanted = examples.filter(({ name, isSlow }) =>
    only.length > 0 ? only.some((one) => belongsTo(name, one)) : all || isSlow !== true,
  )
  const stage = await openStage()
  const once = limited(LANES)
  const run = async (example: Example) => {
    const row = await runExample(example, stage, strict)
    note?.(row)
    return row
  }
  try {
    return await Promise.all(wanted.map((example) => once(() => run(example))))
  } finally {
    await stage.close()
  }
}
