import { Link } from '../link/link.tsx'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx'
import { DescriptionList } from './description-list.tsx'

export const examples = {
  'Answers to check': () => (
    <DescriptionList
      items={[
        {
          term: 'Naam',
          description: 'Anna-Maria van der Wijngaard-Oosterhuis',
          action: (
            <Link href="#naam">
              Wijzig <VisuallyHidden>de naam</VisuallyHidden>
            </Link>
          ),
        },
        { term: 'Bericht', description: '24 november 2026, 14.05 uur' },
      ]}
    />
  ),
}
