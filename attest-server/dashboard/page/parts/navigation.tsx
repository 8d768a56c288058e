import type { Me, ProjectSummary } from '../../wire/login.js'
import { address, BASE, navigate } from '../router.js'
import { views } from '../views/index.js'
import { groups, type View } from '../views/view.js'
import { Choice } from './field.js'

interface NavigationProps {
  readonly me: Me
  readonly project: ProjectSummary | undefined
  readonly current: View | undefined
  readonly isOpen: boolean
  readonly onLogOut: () => void
}

const hrefOf = ({ pattern }: View, project: string): string => BASE + pattern.replace(':project', encodeURIComponent(project))

/** All views, in groups. Of the others, the one above is marked: of a session, the sessions. */
export function Navigation({ me, project, current, isOpen, onLogOut }: NavigationProps) {
  return (
    <nav id="navigation" class={`navigation ${isOpen ? 'open' : ''}`} aria-label="Dashboard">
      {project && me.projects.length > 1 && (
        <Choice
          label="Project"
          value={project.id}
          options={me.projects.map(({ id, name }) => ({ value: id, words: name }))}
          onValue={(id) => navigate(address([id]))}
        />
      )}
      {project && me.projects.length === 1 && (
        <p class="project">
          <span class="hint">Project</span>
          {project.name}
        </p>
      )}
      {project &&
        groups.map((group) => (
          <div class="group" key={group}>
            <h2 id={`group-${group}`}>{group}</h2>
            <ul aria-labelledby={`group-${group}`}>
              {views
                .filter((view) => view.menu?.group === group)
                .map((view) => (
                  <li key={view.pattern}>
                    <a href={hrefOf(view, project.id)} aria-current={ariaCurrent(view, current)}>
                      {view.menu?.words}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      <div class="leave">
        <span class="hint">{me.account.name}</span>
        <button type="button" class="quiet small" onClick={onLogOut}>
          Log out
        </button>
      </div>
    </nav>
  )
}

function ariaCurrent(view: View, current: View | undefined): 'page' | 'true' | undefined {
  if (view === current) return 'page'
  return current && current.under === view.pattern ? 'true' : undefined
}
