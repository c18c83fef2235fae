/** Mounts the patients; everything they do lives in src/patients. */
import { mount } from '../../patients/app.tsx';

const root = document.getElementById('app');
if (root) mount(root);
