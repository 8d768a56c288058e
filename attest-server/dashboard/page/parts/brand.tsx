/** The mark and the name: the colours are those of the style sheet. */
export function Brand() {
  return (
    <span class="brand">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <path class="shield" d="M8 10.500 20 5l12 5.500v9.200c0 7.600-5 12.400-12 14.800-7-2.400-12-7.200-12-14.800z" />
        <path class="tick" d="m14 19.500 4.500 4.500 8-8.500" />
      </svg>
      Vouchsafe
    </span>
  )
}
