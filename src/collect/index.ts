/** What the stage `collect` offers to the rest of the house. */
export { newEmptyStudy, newStudyFromExport } from './new-study.ts';
export { readStudyFolder } from './read-study-folder.ts';
export { columnLetters, readTable, type TableRow } from './read-table.ts';
export { givenFile } from './study-files.ts';
export { readTextFile } from './text-file.ts';
export { writeStudyFolder } from './write-study-folder.ts';
