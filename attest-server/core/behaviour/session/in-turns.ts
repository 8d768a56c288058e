/** Runs work to its end, and lets others have their turn between its steps. */
export async function inTurns<T>(steps: Generator<void, T>, yieldTurn: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await yieldTurn()
  }
}
