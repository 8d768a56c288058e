import type { Distribution, Overview as OverviewData } from '../../wire/overview.js'
import { ask, ofProject } from '../api.js'
import { FunnelChart } from '../charts/funnel.js'
import { HoursChart } from '../charts/hours.js'
import { ScoresChart } from '../charts/scores.js'
import { Choice } from '../parts/field.js'
import { Empty, WhenLoaded } from '../parts/loading.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { address, navigate } from '../router.js'
import { useLoad } from '../use-load.js'
import { count, counted, zone } from '../words/format.js'
import { surfaceWords } from '../words/names.js'
import { BotPanels } from './bot-panels.js'
import type { ViewProps } from './view.js'

const spans = [
  { value: '24', words: 'Last 24 hours' },
  { value: '168', words: 'Last 7 days' },
  { value: '720', words: 'Last 30 days' },
]

export function Overview({ project, query }: ViewProps) {
  const asked = query.get('hours') ?? '24'
  const hours = spans.some(({ value }) => value === asked) ? asked : '24'
  const path = `${ofProject(project.id, 'overview')}?hours=${hours}`
  const loaded = useLoad(path, (signal) => ask<OverviewData>('GET', path, undefined, signal))
  const choose = (value: string) => navigate(address([project.id], { hours: value }), 'replace')
  return (
    <Page
      title="Overview"
      lead={`${project.name}. All times are ${zone()}.`}
      actions={<Choice label="Time" value={hours} options={spans} onValue={choose} />}
    >
      <WhenLoaded loaded={loaded} room={60}>
        {(numbers) =>
          numbers.funnel.challenged + totalOf(numbers) === 0 ? (
            <NothingYet siteKey={project.siteKey} />
          ) : (
            <Numbers {...numbers} project={project.id} />
          )
        }
      </WhenLoaded>
    </Page>
  )
}

const totalOf = ({ distributions }: OverviewData): number => distributions.reduce((sum, { total }) => sum + total, 0)

function NothingYet({ siteKey }: { siteKey: string }) {
  return (
    <Empty title="Nobody came in this time.">
      <p>Put the script into your pages, open one, and come back:</p>
      <pre>
        <code>{`<script src="${location.origin}/collector.js" data-key="${siteKey}" async></script>`}</code>
      </pre>
    </Empty>
  )
}

function Numbers({ from, funnel, hours, distributions, bots, project }: OverviewData & { project: string }) {
  return (
    <div class="panels">
      <Panel title="From page to verdict" size="half">
        <FunnelChart funnel={funnel} />
      </Panel>
      <Panel title="Verdicts over time" size="half" note="Each row has its own measure: few blocks are seen beside many visits.">
        <HoursChart hours={hours} />
      </Panel>
      {distributions.map((distribution) => (
        <Scores key={distribution.surface} {...distribution} />
      ))}
      <BotPanels bots={bots} funnel={funnel} from={from} project={project} />
    </div>
  )
}

function Scores({ surface, total, scores }: Distribution) {
  const unknown = scores[0] ?? 0
  const note = unknown > 0 ? `Of ${counted(unknown, 'more', 'more')}, no score could be computed.` : undefined
  return (
    <Panel title={`Scores: ${surfaceWords[surface]}`} size="half" aside={count(total)} {...(note && { note })}>
      <ScoresChart scores={scores} of={surfaceWords[surface].toLowerCase()} />
    </Panel>
  )
}
