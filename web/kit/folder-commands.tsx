/** What a person types after changing a study's folder. */
import { useLanguage } from './language.tsx';

/** The workbench keeps what it has brought in, so the changed folder is opened in a new database. */
export function FolderCommands() {
  const { words } = useLanguage();
  const { folder } = words.frame;
  return (
    <pre className="command">
      <code>
        npx firsthand check {folder}
        {'\n'}
        npx firsthand serve {folder} --database new.sqlite
      </code>
    </pre>
  );
}
