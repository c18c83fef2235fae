/** Mounts the reports; everything they do lives in src/reports. */
import { mount } from '../../reports/app.tsx';

const root = document.getElementById('app');
if (root) mount(root);
