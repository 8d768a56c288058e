import { useState } from 'preact/hooks'
import type { NewException, Revocation } from '../../wire/exceptions.js'
import type { SessionPage } from '../../wire/session.js'
import type { ListedSession } from '../../wire/sessions.js'
import { ask, ofProject } from '../api.js'
import { MovementChart } from '../charts/movement.js'
import { WaterfallChart } from '../charts/waterfall.js'
import { announce } from '../parts/announce.js'
import { Confirm } from '../parts/dialog.js'
import { Fault, WhenLoaded } from '../parts/loading.js'
import { ActionMark, Time } from '../parts/marks.js'
import { Observations } from '../parts/observations.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { Reasons } from '../parts/reasons.js'
import { Table } from '../parts/table.js'
import { address, navigate } from '../router.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { counted, percent, toMoment } from '../words/format.js'
import { deciderWords } from '../words/names.js'
import type { ViewProps } from './view.js'

/** One visit: what was decided, why, what it would have taken, and all that was seen of it. */
export function Session({ project, params }: ViewProps) {
  const path = ofProject(project.id, 'sessions', params.session ?? '')
  const loaded = useLoad(path, (signal) => ask<SessionPage>('GET', path, undefined, signal))
  const { data } = loaded
  return (
    <Page
      title={data ? `Session ${data.verdict.reference}` : 'Session'}
      lead={<a href={address([project.id, 'sessions'])}>All sessions</a>}
      actions={data && <Acts project={project.id} {...data} />}
    >
      <WhenLoaded loaded={loaded} room={60}>
        {(page) => <Shown page={page} project={project.id} />}
      </WhenLoaded>
    </Page>
  )
}

function Shown({ page, project }: { page: SessionPage; project: string }) {
  const { verdict, movement, timeline } = page
  return (
    <div class="panels">
      <Panel title="The verdict">
        <Reasons verdict={verdict} />
      </Panel>
      <Panel
        title="How it came to that"
        aside={`card ${verdict.card}`}
        note="Each observation moves the odds. The bar shows from where to where, the number by how much: positive speaks for a program."
      >
        <WaterfallChart explained={verdict} />
      </Panel>
      {movement && (
        <Panel
          title="Movement"
          aside={counted(movement.length, 'slice')}
          note="What the visitor showed to prove their numbers: up to a second each, pale where it begins. Halos are presses, dots are clicks; where on the page it was, nobody knows."
        >
          <MovementChart slices={movement} />
        </Panel>
      )}
      <Panel title="Timeline" note="All verdicts of this session that are kept.">
        <Timeline sessions={timeline} shown={verdict.jti} project={project} />
      </Panel>
      <Panel title="All that was seen" aside={counted(verdict.observations.length, 'observation')}>
        <Observations observations={verdict.observations} />
      </Panel>
    </div>
  )
}

interface TimelineProps {
  readonly sessions: readonly ListedSession[]
  /** The verdict that is open. */
  readonly shown: string
  readonly project: string
}

function Timeline({ sessions, shown, project }: TimelineProps) {
  const what = (one: ListedSession) =>
    one.jti === shown ? (
      <span aria-current="true">
        <Time at={one.at} /> <small>this one</small>
      </span>
    ) : (
      <a href={address([project, 'sessions', one.jti])}>
        <Time at={one.at} />
      </a>
    )
  return (
    <Table
      caption="Verdicts of this session, the oldest first"
      rows={sessions}
      keyOf={({ jti }) => jti}
      columns={[
        { title: 'Time', cell: what },
        { title: 'Decision', cell: ({ action }) => <ActionMark action={action} /> },
        { title: 'Likely a program', isNumber: true, cell: ({ posterior }) => percent(posterior) },
        { title: 'Page', cell: ({ page }) => page || 'no action' },
        { title: 'Decided by', cell: ({ decidedBy }) => deciderWords[decidedBy] },
      ]}
    />
  )
}

type Question = 'let' | 'revoke' | 'forget'

/** What can be done about a visit. */
function Acts({ project, session, verdict }: SessionPage & { project: string }) {
  const [question, setQuestion] = useState<Question>()
  const { run, isBusy, fault } = useAction(async (what: Question) => {
    if (what === 'let') {
      await ask('POST', ofProject(project, 'exceptions'), { reference: verdict.reference } satisfies NewException)
      announce(`${verdict.reference} is let through for a week.`)
    } else if (what === 'revoke') {
      const { until } = await ask<Revocation>('POST', ofProject(project, 'revocations'), { session })
      announce(`What is signed for this session is refused until ${toMoment(until)}.`)
    } else {
      await ask('DELETE', ofProject(project, 'sessions', session))
      announce('The session is forgotten.')
      navigate(address([project, 'sessions']))
    }
  })
  const words = question && questions[question]
  return (
    <>
      {verdict.action !== 'allow' && (
        <button type="button" disabled={isBusy} onClick={() => setQuestion('let')}>
          Let this visitor through
        </button>
      )}
      <button type="button" class="quiet" disabled={isBusy} onClick={() => setQuestion('revoke')}>
        Revoke
      </button>
      <button type="button" class="quiet" disabled={isBusy} onClick={() => setQuestion('forget')}>
        Forget
      </button>
      {fault && <Fault fault={fault} />}
      {question && words && (
        <Confirm
          title={words.title}
          action={words.action}
          isDangerous={question !== 'let'}
          onConfirm={() => run(question)}
          onClose={() => setQuestion(undefined)}
        >
          <p>{words.text}</p>
        </Confirm>
      )}
    </>
  )
}

const questions: Readonly<Record<Question, { title: string; action: string; text: string }>> = {
  let: {
    title: 'Let this visitor through?',
    action: 'Let through for a week',
    text: 'From now on verdicts for this device say “allow”, whatever is seen of it, until the exception ends or is removed.',
  },
  revoke: {
    title: 'Take the session’s verdicts back?',
    action: 'Revoke',
    text: 'What was signed for this session, and is signed within the next hour, is refused by every backend that reads the list. It cannot be undone.',
  },
  forget: {
    title: 'Forget this session?',
    action: 'Forget',
    text: 'All that is kept of it is deleted. Its support codes explain nothing any more. It cannot be undone.',
  },
}
