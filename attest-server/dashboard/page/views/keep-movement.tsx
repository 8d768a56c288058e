import type { Movement } from '../../wire/settings.js'
import { ask, ofProject } from '../api.js'
import { announce } from '../parts/announce.js'
import { Choice } from '../parts/field.js'
import { Fault, WhenLoaded } from '../parts/loading.js'
import { Panel } from '../parts/panel.js'
import { useAction } from '../use-action.js'
import { useLoad } from '../use-load.js'
import { duration } from '../words/format.js'

const HOUR = 3600
const usual = [0, 1, 24, 72, 168]

const optionOf = (hours: number) => ({ value: String(hours), words: hours === 0 ? 'Not at all' : `For ${duration(hours * HOUR)}` })

/** Whether what visitors show of their movement can be looked at afterwards. */
export function KeepMovement({ project }: { project: string }) {
  const path = ofProject(project, 'movement')
  const loaded = useLoad(path, (signal) => ask<Movement>('GET', path, undefined, signal))
  const { run, fault } = useAction(async (hours: string) => {
    const { keep_hours } = await ask<Movement>('PUT', path, { keep_hours: Number(hours) } satisfies Movement)
    loaded.put({ keep_hours })
    announce(keep_hours === 0 ? 'No movement is kept.' : `Movement is kept for ${duration(keep_hours * HOUR)}.`)
  })
  return (
    <Panel title="Movement" size="half">
      <WhenLoaded loaded={loaded} room={6}>
        {({ keep_hours }) => (
          <>
            <Choice
              label="Keep the movement that visitors show"
              hint="To prove their numbers, some visitors show two or three seconds of movement. Kept, it is drawn on the session’s page. Tell your visitors: your privacy notice must say so."
              value={String(keep_hours)}
              options={[...new Set([...usual, keep_hours])].sort((a, b) => a - b).map(optionOf)}
              onValue={run}
            />
            {fault && <Fault fault={fault} />}
          </>
        )}
      </WhenLoaded>
    </Panel>
  )
}
