const paths = {
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6 6 18',
  info: 'M12 11v6M12 7v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  warning: 'M12 10v4M12 17.5v.01M12 3.5 2.5 20h19Z',
  error: 'M12 7v6M12 17v.01M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8Z',
  clock: 'M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  next: 'm9 5 7 7-7 7',
  previous: 'm15 5-7 7 7 7',
} as const

export type IconName = keyof typeof paths

/** A drawing in the colour of the text beside it. Never alone: the text says it, so screen readers skip the drawing. */
export function Icon({ name }: { name: IconName }) {
  const directional = name === 'next' || name === 'previous'
  return (
    <svg
      class={directional ? 'balie-icon balie-icon--directional' : 'balie-icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
