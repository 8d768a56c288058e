import { Page } from '../parts/page.js'
import { BASE } from '../router.js'

export function NotFound() {
  return (
    <Page title="Nothing here" lead="No view of the dashboard has this address, or its project is not your account’s.">
      <p>
        <a href={BASE}>Go to the overview</a>
      </p>
    </Page>
  )
}
