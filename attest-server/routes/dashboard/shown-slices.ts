import type { Slice } from '../../../shared/trace/slice.js'
import { readKeptSlices } from '../../core/reveal/kept-slices.js'
import type { ShownSample, ShownSlice } from '../../dashboard/wire/session.js'

/** From steps to places. The first sample is where the slice begins: how far it came since the one before is no part of it. */
function placesOf({ samples: [first, ...rest] }: Slice): ShownSample[] {
  const begin: ShownSample = { kind: first?.kind ?? 'still', t: 0, x: 0, y: 0 }
  return rest.reduce<ShownSample[]>(
    (places, { kind, dt, dx, dy }) => {
      const { t, x, y } = places.at(-1) ?? begin
      places.push({ kind, t: t + dt, x: x + dx, y: y + dy })
      return places
    },
    [begin],
  )
}

/** What is kept of a movement, as it is drawn. */
export const shownSlices = (kept: string): ShownSlice[] =>
  readKeptSlices(kept).map(({ index, slice }) => ({ index, samples: placesOf(slice) }))
