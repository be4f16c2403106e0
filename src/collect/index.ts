/** What the stage `collect` offers to the rest of the house. */
export { readStudyFolder } from './read-study-folder.ts';
export { studyFiles, writeStudyFolder } from './write-study-folder.ts';
