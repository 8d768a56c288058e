import { getHeapStatistics, setFlagsFromString } from 'node:v8'

/** Bytes. V8 lets a heap with a lower limit grow to 1.3 to 2 times what is in use: then it knows better. */
const WIDE = 2 ** 31

/**
 * The process collects its garbage when its heap has grown to 1.7 times what is in use, and not to four times, as V8 does where it may take 2 GB or more. Under
 * more load than it can answer, requests wait long enough to be taken for what stays, and the heap would grow to what the limit lets it.
 *
 * @param limit of the heap, in bytes
 * @param set takes a setting of V8
 */
export function collectEarly(limit = getHeapStatistics().heap_size_limit, set = setFlagsFromString): void {
  if (limit >= WIDE) set('--heap-growing-percent=70')
}
