import { Heading } from '../heading/heading.tsx'
import { PageMain } from '../page-frame/page-frame.tsx'
import { SkipLink } from './skip-link.tsx'

export const examples = {
  'Hidden until it has focus': () => (
    <>
      <SkipLink href="#main">Naar de inhoud</SkipLink>
      <PageMain>
        <Heading level={1}>De inhoud</Heading>
      </PageMain>
    </>
  ),
}
