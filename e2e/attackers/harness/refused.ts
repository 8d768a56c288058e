/** The server gave less than was needed to go on: an end of the try, not a fault of the attacker. The message is the problem's code. */
export class Refused extends Error {}

/** @returns what `work` gives, or `otherwise` makes of the code where it was refused. @throws whatever else went wrong */
export async function unlessRefused<T>(work: () => Promise<T>, otherwise: (code: string) => T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return otherwise(error.message)
    throw error
  }
}
