<?php
// Installs WordPress in the folder that is given, and switches the plugin on if it is there, as the installer of WordPress does.
define( 'WP_INSTALLING', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// The installer writes a mail to the owner, and would look for a server that sends it.
add_filter( 'pre_wp_mail', '__return_false' );
wp_install( 'A site', 'owner', 'owner@site.example', false, '', 'password-of-the-owner' );
$plugin = 'ot-room/ot-room.php';
$error  = is_file( WP_PLUGIN_DIR . "/$plugin" ) ? activate_plugin( $plugin ) : null;
if ( is_wp_error( $error ) ) {
	fwrite( STDERR, $error->get_error_message() );
	exit( 1 );
}

// The addresses of pages: as a query where nothing is said.
$wp_rewrite->set_permalink_structure( $argv[2] );
flush_rewrite_rules();
