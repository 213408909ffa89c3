import { Heading } from '../heading/heading.tsx'
import { Link } from '../link/link.tsx'
import { Paragraph } from '../paragraph/paragraph.tsx'
import { Stack } from '../stack/stack.tsx'
import { MainNavigation, PageFooter, PageHeader, PageMain } from './page-frame.tsx'

export const examples = {
  'Header, navigation, main part and footer': () => (
    <>
      <PageHeader name="Voorbeeldsite" href="#begin">
        <span>Afdeling Midden</span>
      </PageHeader>
      <MainNavigation
        label="Hoofdmenu"
        items={[
          { href: '#vandaag', label: 'Vandaag', current: true },
          { href: '#overzicht', label: 'Overzicht' },
          { href: '#instellingen', label: 'Instellingen' },
        ]}
      />
      <PageMain>
        <Stack>
          <Heading level={1}>Vandaag</Heading>
          <Paragraph>Hier staat waar de pagina over gaat.</Paragraph>
        </Stack>
      </PageMain>
      <PageFooter>
        <Link href="#hulp">Hulp en uitleg</Link>
      </PageFooter>
    </>
  ),
  'Navigation with the pages of a part below it': () => (
    <MainNavigation
      label="Hoofdmenu"
      items={[
        { href: '#balie', label: 'Balie' },
        { href: '#beheer', label: 'Beheer', current: true },
      ]}
      underLabel="Bladzijden van dit deel"
      under={[
        { href: '#mensen', label: 'Mensen', current: true },
        { href: '#lijsten', label: 'Lijsten' },
      ]}
    />
  ),
}
