import { useState } from 'preact/hooks'
import type { RuleDraft, RuleFlip, RulePreview } from '../../wire/rules.js'
import { ask, ofProject } from '../api.js'
import { address } from '../router.js'
import { useAction } from '../use-action.js'
import { counted, shareOf } from '../words/format.js'
import { Fault } from './loading.js'
import { ActionMark, Figure } from './marks.js'
import { Panel } from './panel.js'

interface PreviewProps {
  readonly project: string
  readonly draft: RuleDraft
  /** The rule whose place the draft would take. */
  readonly rule: string | undefined
}

/** What a draft would have done to the last visits. Nothing is saved by it. */
export function RulePreviewPanel({ project, draft, rule }: PreviewProps) {
  const [shown, setShown] = useState<{ readonly of: string; readonly preview: RulePreview }>()
  const asked = JSON.stringify([draft.expression, draft.action, draft.is_active, draft.sort_order])
  const { run, isBusy, fault } = useAction(async () => {
    const { expression, action, is_active = true, sort_order = 0 } = draft
    const body: RuleDraft = { expression, action, is_active, sort_order, ...(rule && { rule }) }
    setShown({ of: asked, preview: await ask<RulePreview>('POST', ofProject(project, 'rules', 'preview'), body) })
  })
  return (
    <Panel
      title="On past visits"
      size="half"
      aside={
        <button type="button" class="quiet small" disabled={isBusy || !draft.expression.trim()} onClick={run}>
          Try it
        </button>
      }
      note="Plays the last 500 visits with the draft and without it."
    >
      <div aria-live="polite" aria-busy={isBusy}>
        {fault && <Fault fault={fault} />}
        {shown && !fault && <Preview preview={shown.preview} project={project} isOld={shown.of !== asked} />}
        {!shown && !fault && <p class="hint preview-room">Write a rule, and try it before you save it.</p>}
      </div>
    </Panel>
  )
}

function Preview({ preview, project, isOld }: { preview: RulePreview; project: string; isOld: boolean }) {
  const { sessions, matches, flipped, flips, unknown, holds_where_unknown } = preview
  const gaps = Object.entries(unknown).filter(([, many]) => many > 0)
  return (
    <div class={isOld ? 'outdated' : ''}>
      {isOld && <p class="notice">The draft was changed since. Try it again.</p>}
      <dl class="figures">
        <Figure value={sessions} label="Visits played" />
        <Figure value={matches} label="Match" note={shareOf(matches, sessions)} />
        <Figure value={flipped} label="Decided otherwise" note={shareOf(flipped, sessions)} />
      </dl>
      {flips.map((flip) => (
        <Flip key={`${flip.from} ${flip.to}`} flip={flip} project={project} />
      ))}
      {sessions > 0 && flipped === 0 && <p>Nothing would have been decided otherwise.</p>}
      {sessions === 0 && <p>There are no past visits to play yet.</p>}
      {gaps.length > 0 && (
        <p>
          Not known of past visits:{' '}
          {gaps.map(([field, many], i) => (
            <span key={field}>
              {i > 0 && ', '}
              <code>{field}</code> ({shareOf(many, sessions)})
            </span>
          ))}
          .
        </p>
      )}
      {holds_where_unknown.length > 0 && (
        <p class="notice">
          It matches where {holds_where_unknown.join(', ')} is not known, too. If you do not mean that, ask for <code>!= null</code>.
        </p>
      )}
    </div>
  )
}

function Flip({ flip: { from, to, sessions, samples }, project }: { flip: RuleFlip; project: string }) {
  return (
    <div class="flip">
      <h3>
        <ActionMark action={from} /> <span aria-hidden="true">→</span>
        <span class="unseen">becomes</span> <ActionMark action={to} /> <small>{counted(sessions, 'visit')}</small>
      </h3>
      <ul>
        {samples.map(({ session, before, after }) => (
          <li key={session}>
            <a href={address([project, 'sessions', session])}>{session}</a>{' '}
            <small>
              Before: {before} After: {after}
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}
