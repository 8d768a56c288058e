import { type Observation, type ObservationId, type Observations, seen, unsupported } from '../../../shared/observation.js'

/** What is known of an address; undefined where no database says. */
export interface NetworkClues {
  readonly isDatacenter: boolean | undefined
  readonly isVpn: boolean | undefined
  readonly isTor: boolean | undefined
  readonly isResidentialProxy: boolean | undefined
}

/** What nothing is known of. */
export const unknownNetwork: NetworkClues = { isDatacenter: undefined, isVpn: undefined, isTor: undefined, isResidentialProxy: undefined }

const observed = (flag: boolean | undefined): Observation => (flag === undefined ? unsupported : seen(flag))

/** As the card weighs them. */
export const networkObservations = (clues: NetworkClues): Observations =>
  new Map<ObservationId, Observation>([
    ['net.datacenter', observed(clues.isDatacenter)],
    ['net.vpn', observed(clues.isVpn)],
    ['net.tor', observed(clues.isTor)],
    ['net.residential-proxy', observed(clues.isResidentialProxy)],
  ])
