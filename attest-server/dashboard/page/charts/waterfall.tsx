import type { Explained } from '../../wire/session.js'
import { signed } from '../words/format.js'
import { type Step, stepsOf } from './steps.js'

/** What each fact added or took, drawn from left (a person) to right (a program). Read as a list, each line says its number. */
export function WaterfallChart({ explained }: { explained: Explained }) {
  const steps = stepsOf(explained)
  const reached = steps.flatMap(({ from, llr }) => [from, from + llr])
  const low = Math.min(-4, ...reached)
  const high = Math.max(4, ...reached)
  const place = (llr: number) => (100 * (llr - low)) / (high - low)
  return (
    <>
      <div class="waterfall-ends" aria-hidden="true">
        <span>← speaks for a person</span>
        <span>speaks for a program →</span>
      </div>
      <ol class="waterfall">
        {steps.map((step, i) => (
          <StepRow key={i} step={step} place={place} />
        ))}
      </ol>
    </>
  )
}

function StepRow({ step, place }: { step: Step; place: (llr: number) => number }) {
  const { name, seen, note, llr, from, kind } = step
  const [left, right] = [place(Math.min(from, from + llr)), place(Math.max(from, from + llr))]
  return (
    <li class={kind}>
      <span class="what">
        {name}
        {seen && <span class="seen">{seen}</span>}
        <small>{note}</small>
      </span>
      <span class="track" aria-hidden="true">
        <span class="zero" style={{ left: `${place(0)}%` }} />
        <span class={`step-bar ${llr < 0 ? 'person' : 'program'}`} style={{ left: `${left}%`, width: `${right - left}%` }} />
      </span>
      <span class="llr">{signed(llr)}</span>
    </li>
  )
}
