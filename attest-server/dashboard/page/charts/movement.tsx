import type { ShownSlice } from '../../wire/session.js'
import { drawSlice } from './slice-drawing.js'

/** What a visitor showed of their movement: a drawing for each slice, pale where it begins and dark where it ends. */
export function MovementChart({ slices }: { slices: readonly ShownSlice[] }) {
  return (
    <div class="slices">
      {slices.map((slice, i) => (
        <SliceFigure key={slice.index} slice={slice} goesOn={slices[i - 1]?.index === slice.index - 1} />
      ))}
    </div>
  )
}

/** Of a stroke, so that the first can be seen, too. */
const PALEST = 0.25

function SliceFigure({ slice, goesOn }: { slice: ShownSlice; goesOn: boolean }) {
  const { viewBox, strokes, presses, clicks, words } = drawSlice(slice)
  return (
    <figure class="slice">
      {strokes.length > 0 ? (
        <svg viewBox={viewBox} role="img" aria-label={words}>
          {strokes.map(({ from, to, when }, i) => (
            <line key={i} x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke-opacity={PALEST + (1 - PALEST) * when} />
          ))}
          {presses.map(({ x, y }, i) => (
            <path key={`press ${i}`} class="press" d={`M${x} ${y}h0`} />
          ))}
          {clicks.map(({ x, y }, i) => (
            <path key={`click ${i}`} class="click" d={`M${x} ${y}h0`} />
          ))}
        </svg>
      ) : (
        <p class="no-stroke">No movement in it.</p>
      )}
      <figcaption>
        <b>
          Slice {slice.index + 1}
          {goesOn && ', goes on'}
        </b>{' '}
        {words}
      </figcaption>
    </figure>
  )
}
