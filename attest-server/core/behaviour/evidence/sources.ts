/** No recording of posted events is labelled; looked at on recordings of people (`bench/lib/recordings.ts`), who must not be accused. */
export const JUDGED = 'judged by hand: what scripts do by their construction; no accusation of recorded people'
/** What is published of people, held far below what it would be worth. */
export const LITERATURE = 'literature (see the measure), lowered'
/** What only a script does, but for a few pages that send events themselves. */
export const NEARLY_BY_DEFINITION = 'by definition (DOM, UI Events), lowered for what pages do themselves'
