import { useEffect, useState } from 'preact/hooks'
import type { Enforcement, ScoringSettings, SettingsChange, SettingsPreview, Shares, Toggles } from '../../wire/settings.js'
import { ask, ofProject } from '../api.js'
import { ScoresChart } from '../charts/scores.js'
import { announce } from '../parts/announce.js'
import { Switch } from '../parts/field.js'
import { Fault, WhenLoaded } from '../parts/loading.js'
import { ActionMark } from '../parts/marks.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { Table } from '../parts/table.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { count, counted, toMoment } from '../words/format.js'
import { KeepMovement } from './keep-movement.js'
import type { ViewProps } from './view.js'

/** What is done beside what the evidence says, drafted first: what it would have done is seen before it is saved. */
export function Policy({ project }: ViewProps) {
  const path = ofProject(project.id, 'scoring', 'settings')
  const loaded = useLoad(path, (signal) => ask<ScoringSettings>('GET', path, undefined, signal))
  return (
    <Page
      title="Policy"
      lead="Rules and toggles may change what the evidence comes to. Nothing here is saved before you say so; beside it you see what it would have done."
    >
      <WhenLoaded loaded={loaded} room={44}>
        {(settings) => <Draft settings={settings} project={project.id} onSaved={loaded.put} />}
      </WhenLoaded>
      <div class="panels">
        <DelayedEnforcement project={project.id} />
        <KeepMovement project={project.id} />
      </div>
    </Page>
  )
}

const toggles: readonly { readonly name: keyof Toggles; readonly label: string; readonly hint: string }[] = [
  {
    name: 'allow_verified',
    label: 'Let verified bots through',
    hint: 'Crawlers and agents that proved who they are, before any rule is asked.',
  },
  { name: 'protect_static', label: 'Protect assets, too', hint: 'Without it, requests for assets pass the toggles.' },
  { name: 'challenge_likely', label: 'Challenge likely bots', hint: 'Scores from 2 to below the threshold.' },
  {
    name: 'block_definite',
    label: 'Block definite bots',
    hint: 'A score of 1. Without it, visits are still blocked where a fact proves automation, where two strong kinds of evidence agree, or where a rule says so.',
  },
]

interface DraftProps {
  readonly settings: ScoringSettings
  readonly project: string
  readonly onSaved: (settings: ScoringSettings) => void
}

function Draft({ settings, project, onSaved }: DraftProps) {
  const [draft, setDraft] = useState(settings)
  const { bot_settings, likely_bot_threshold } = draft
  const change: SettingsChange = { ...bot_settings, likely_bot_threshold }
  const isChanged = JSON.stringify(draft) !== JSON.stringify(settings)
  const { run, isBusy, fault } = useAction(async () => {
    const saved = await ask<ScoringSettings>('PUT', ofProject(project, 'scoring', 'settings'), change)
    onSaved(saved)
    setDraft(saved)
    announce('The policy is saved.')
  })
  const send = (event: Event) => {
    event.preventDefault()
    run()
  }
  return (
    <div class="panels">
      <Panel title="Toggles and threshold" size="half">
        <form onSubmit={send}>
          {toggles.map(({ name, label, hint }) => (
            <Switch
              key={name}
              label={label}
              hint={hint}
              isOn={bot_settings[name]}
              onChange={(isOn) => setDraft({ ...draft, bot_settings: { ...bot_settings, [name]: isOn } })}
            />
          ))}
          <Threshold value={likely_bot_threshold} onValue={(value) => setDraft({ ...draft, likely_bot_threshold: value })} />
          {fault && <Fault fault={fault} />}
          <div class="buttons">
            <button type="submit" disabled={isBusy || !isChanged}>
              Save
            </button>
            <button type="button" class="quiet" disabled={!isChanged} onClick={() => setDraft(settings)}>
              Undo
            </button>
          </div>
        </form>
      </Panel>
      <WouldHave project={project} change={change} threshold={likely_bot_threshold} />
    </div>
  )
}

function Threshold({ value, onValue }: { value: number; onValue: (value: number) => void }) {
  return (
    <div class="field">
      <label for="threshold">
        Threshold: <output>{value}</output>
      </label>
      <input
        id="threshold"
        type="range"
        min={1}
        max={99}
        value={value}
        aria-describedby="threshold-hint"
        onInput={(event) => onValue(event.currentTarget.valueAsNumber)}
      />
      <p class="hint" id="threshold-hint">
        Scores below it are likely automated. It names the band of a score, and matters to “Challenge likely bots”.
      </p>
    </div>
  )
}

/** ms after the last change: a slider that is drawn asks once. */
const PATIENCE = 200

function WouldHave({ project, change, threshold }: { project: string; change: SettingsChange; threshold: number }) {
  const draft = JSON.stringify(change)
  const [settled, setSettled] = useState(draft)
  const [last, setLast] = useState<SettingsPreview>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), PATIENCE)
    return () => clearTimeout(timer)
  }, [draft])
  const loaded = useLoad(`${project} ${settled}`, async (signal) => {
    const preview = await ask<SettingsPreview>('POST', ofProject(project, 'scoring', 'preview'), JSON.parse(settled), signal)
    setLast(preview)
    return preview
  })
  const preview = loaded.data ?? last
  return (
    <Panel
      title="What it would have done"
      size="half"
      aside={preview && counted(preview.sessions, 'past visit')}
      note="With today’s rules, on the last visits that were attested."
    >
      {loaded.fault && <Fault fault={loaded.fault} retry={loaded.reload} />}
      <div class="preview-room" aria-busy={loaded.isLoading}>
        {preview && <ScoresChart scores={preview.scores} of="past visits" threshold={threshold} />}
        {preview && <Compared {...preview} />}
        {preview && <p role="status">{flipWords(preview)}</p>}
      </div>
    </Panel>
  )
}

const flipWords = ({ flips, sessions }: SettingsPreview): string => {
  if (sessions === 0) return 'There are no past visits to play yet.'
  const flipped = flips.reduce((sum, flip) => sum + flip.sessions, 0)
  return flipped === 0 ? 'Nothing would have been decided otherwise.' : `${counted(flipped, 'visit')} would have been decided otherwise.`
}

const actions: readonly (keyof Shares)[] = ['allow', 'challenge', 'block']

function Compared({ today, then }: SettingsPreview) {
  return (
    <Table
      isCompact
      caption="What was decided, and what would have been"
      rows={actions}
      keyOf={(action) => action}
      columns={[
        { title: 'Decision', cell: (action) => <ActionMark action={action} /> },
        { title: 'As it is', isNumber: true, cell: (action) => count(today[action]) },
        { title: 'As drafted', isNumber: true, cell: (action) => count(then[action]) },
        { title: 'Change', isNumber: true, cell: (action) => changeOf(then[action] - today[action]) },
      ]}
    />
  )
}

const changeOf = (change: number): string => (change === 0 ? '±0' : change > 0 ? `+${count(change)}` : `−${count(-change)}`)

function DelayedEnforcement({ project }: { project: string }) {
  const path = ofProject(project, 'enforcement')
  const loaded = useLoad(path, (signal) => ask<Enforcement>('GET', path, undefined, signal))
  const { run, isBusy, fault } = useAction(async (delayed: boolean) => {
    loaded.put(await ask<Enforcement>('PUT', path, { delayed }))
    announce(delayed ? 'Enforcement is delayed.' : 'Enforcement is immediate.')
  })
  return (
    <Panel title="Delayed enforcement" size="half">
      <WhenLoaded loaded={loaded} room={6}>
        {({ delayed, deferred }) => (
          <>
            <Switch
              label="Tell soft suspects later"
              hint="For sites that ask for each verdict again before they do what cannot be undone: whoever probes is not told at once what turned them away."
              isOn={delayed}
              isDisabled={isBusy}
              onChange={run}
            />
            {fault && <Fault fault={fault} />}
            <p class="note">
              Deferred today: {count(deferred.used)} of {count(deferred.limit)} at most. Starts anew {toMoment(deferred.resets_at)}.
            </p>
          </>
        )}
      </WhenLoaded>
    </Panel>
  )
}
