import type { Ms } from '../../shared/units.js'

/** What is worked on, or `late` where it takes longer. The work goes on; should it fail then, nobody is told. */
export async function withinTime<T, L>(work: Promise<T>, limit: Ms, late: L): Promise<T | L> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), limit)
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
}
