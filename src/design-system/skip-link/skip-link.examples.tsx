import { SkipLink } from './skip-link.tsx'

export const examples = {
  'Hidden until it has focus': () => <SkipLink href="#main">Naar de inhoud</SkipLink>,
}
