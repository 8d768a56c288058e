/** Of a process, in MB. */
export interface Resident {
  /** The last before a fifth of the requests were sent; undefined where none was seen then: a server that has just started is not warm. */
  readonly warm: number | undefined
  /** Undefined where it was never looked at. */
  readonly most: number | undefined
  readonly end: number
}

export interface MemoryWatch {
  /** @param number how many requests were sent before */
  note(number: number, residentMb: number): void
  end(residentMb: number): Resident
}

const WARM = 0.2
/** Caches fill: beyond this, something grows with what is sent. */
const MOST_GROWTH = 1.5

export function createMemoryWatch(requests: number): MemoryWatch {
  let warm: number | undefined
  let most: number | undefined
  return {
    note(number, residentMb) {
      if (number > 0 && number <= requests * WARM) warm = residentMb
      most = Math.max(most ?? 0, residentMb)
    },
    end: (end) => ({ warm, most, end }),
  }
}

/** @returns what is the matter, in words: nothing where there is nothing to compare with. */
export const growthOf = ({ warm, end }: Resident): readonly string[] =>
  warm === undefined || end <= warm * MOST_GROWTH ? [] : [`memory grew from ${warm} to ${end} MB`]
